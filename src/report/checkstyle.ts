import type { Diagnostic } from '../engine/diagnostic.ts'
import type { RunResult } from '../engine/result.ts'
import { printable } from '../text/printable.ts'
import { placeWords } from './place.ts'
import { attributes } from './xml.ts'

/** The report as Checkstyle 4.3 writes it; every file is named, also one without findings. */
export function renderCheckstyle(run: RunResult): string {
  const files = run.files.flatMap(({ path, diagnostics }) => [
    `  <file${attributes({ name: printable(path) })}>`,
    ...diagnostics.map((diagnostic) => `    <error${attributes(valuesOf(diagnostic))}/>`),
    '  </file>',
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...files,
    '</checkstyle>',
    '',
  ].join('\n')
}

function valuesOf({ rule, severity, message, location }: Diagnostic) {
  return {
    line: location.line ?? 1,
    column: location.col,
    severity,
    message: `${placeWords(location)}${message}`,
    source: `mulint.${rule}`,
  }
}
