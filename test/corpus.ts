import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of real documents, which is not part of the repository. */
export const CORPUS = process.env.MULINT_CORPUS ?? '../shared'

/** Whether the real documents are here. On CI they have to be; elsewhere their tests are skipped. */
export const hasCorpus = existsSync(join(CORPUS, 'seeds'))

export const corpusIsRequired = process.env.CI === 'true'

if (!hasCorpus && !corpusIsRequired) {
  process.stderr.write(`real documents not found in ${CORPUS}: their tests are skipped\n`)
}
