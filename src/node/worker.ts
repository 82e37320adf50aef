import { readDocument } from '../readers/choose.ts'
import { UnreadableError } from '../readers/reader.ts'
import { pdfAssets } from './pdf-assets.ts'
import type { Answer, Question } from './slow-reader.ts'

// pdf.js leaves promises alone that a damaged object broke; the file may be read all the same.
process.on('unhandledRejection', () => {})

// Reads what may hang or grow without end, apart from the run, which can end this process.
process.on('message', ({ name, bytes }: Question) => {
  readDocument({ name, bytes }, { pdf: pdfAssets() }).then(
    (document) => process.send?.({ document } satisfies Answer),
    (error: unknown) => process.send?.(told(error)),
  )
})

function told(error: unknown): Answer {
  if (error instanceof UnreadableError) {
    return { unreadable: { reason: error.reason, message: error.message } }
  }
  return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
