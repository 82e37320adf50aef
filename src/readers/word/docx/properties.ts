import type { XmlElement } from '../../package/xml.ts'
import type { CellDraft, RowDraft } from './draft.ts'
import type { Flow, Paragraph, Run } from './flow.ts'
import { levelOf, type Styles } from './styles.ts'
import { isOn, numberOf, stringOf } from './value.ts'

/** Elements whose elements tell of what they stand in. */
export const PROPERTIES: ReadonlySet<string> = new Set(['pPr', 'numPr', 'rPr', 'tcPr', 'trPr'])

/** Takes in a property of the cell, the row, the paragraph or the run at hand. */
export function describe(
  element: XmlElement,
  parents: readonly string[],
  { kind, cell, row, paragraph }: Flow,
  styles: Styles,
): void {
  const [owner, parent] = parents.slice(-2)
  if (parent === 'pPr' && paragraph) describeParagraph(paragraph, element)
  if (parent === 'numPr' && owner === 'pPr' && paragraph) describeList(paragraph, element)
  // A paragraph has the look of a run as well, which is that of the mark at its end.
  if (parent === 'rPr' && owner === 'pPr' && paragraph) describeEnd(paragraph, element)
  if (parent === 'rPr' && owner === 'r' && paragraph) describeRun(paragraph.run, element, styles)
  if (parent === 'tcPr' && kind === 'cell' && cell) describeCell(cell, element)
  if (parent === 'trPr' && row) describeRow(row, element)
}

/** Takes in what an element of `w:pPr` says. */
function describeParagraph(paragraph: Paragraph, element: XmlElement): void {
  if (element.name === 'pStyle') paragraph.style = stringOf(element)
  else if (element.name === 'outlineLvl') paragraph.heading = levelOf(numberOf(element) ?? 0)
}

/** Takes in what an element of `w:numPr` says. */
function describeList(paragraph: Paragraph, element: XmlElement): void {
  if (element.name === 'numId') paragraph.list = stringOf(element)
  else if (element.name === 'ilvl') paragraph.level = numberOf(element)
}

/** Takes in what an element of the `w:rPr` of a paragraph says, which is the look of its end. */
function describeEnd(paragraph: Paragraph, element: XmlElement): void {
  if (element.name === 'vanish') paragraph.endIsHidden = isOn(element)
}

/** Takes in what an element of `w:rPr` says. */
function describeRun(run: Run, element: XmlElement, styles: Styles): void {
  if (element.name === 'vanish') run.isHidden = isOn(element)
  else if (element.name === 'rFonts') run.font = element.attributes.get('ascii')
  else if (element.name === 'rStyle' && styles.isHidden(stringOf(element) ?? '')) {
    run.isHidden = true
  }
}

/** Takes in what an element of `w:tcPr` says. */
function describeCell(cell: CellDraft, element: XmlElement): void {
  const merge = stringOf(element) === 'restart' ? 'restart' : 'continue'
  if (element.name === 'gridSpan') cell.claim(numberOf(element) ?? 1)
  else if (element.name === 'vMerge') cell.down = merge
  else if (element.name === 'hMerge') cell.sideways = merge
}

/** Takes in what an element of `w:trPr` says. */
function describeRow(row: RowDraft, element: XmlElement): void {
  if (element.name === 'gridBefore') row.skip(numberOf(element) ?? 0)
  else if (element.name === 'tblHeader') row.isHeader = isOn(element)
}
