import type { XmlElement } from '../../package/xml.ts'
import type { CellDraft, RowDraft } from './draft.ts'
import type { Paragraph, Run } from './flow.ts'
import { levelOf, type Styles } from './styles.ts'
import { isOn, numberOf, stringOf } from './value.ts'

/** Takes in what an element of `w:pPr` says. */
export function describeParagraph(paragraph: Paragraph, element: XmlElement): void {
  if (element.name === 'pStyle') paragraph.style = stringOf(element)
  else if (element.name === 'outlineLvl') paragraph.heading = levelOf(numberOf(element) ?? 0)
}

/** Takes in what an element of `w:numPr` says. */
export function describeList(paragraph: Paragraph, element: XmlElement): void {
  if (element.name === 'numId') paragraph.list = stringOf(element)
  else if (element.name === 'ilvl') paragraph.level = numberOf(element)
}

/** Takes in what an element of the `w:rPr` of a paragraph says, which is the look of its end. */
export function describeEnd(paragraph: Paragraph, element: XmlElement): void {
  if (element.name === 'vanish') paragraph.endIsHidden = isOn(element)
}

/** Takes in what an element of `w:rPr` says. */
export function describeRun(run: Run, element: XmlElement, styles: Styles): void {
  if (element.name === 'vanish') run.isHidden = isOn(element)
  else if (element.name === 'rFonts') run.font = element.attributes.get('ascii')
  else if (element.name === 'rStyle' && styles.isHidden(stringOf(element) ?? '')) {
    run.isHidden = true
  }
}

/** Takes in what an element of `w:tcPr` says. */
export function describeCell(cell: CellDraft, element: XmlElement): void {
  const merge = stringOf(element) === 'restart' ? 'restart' : 'continue'
  if (element.name === 'gridSpan') cell.claim(numberOf(element) ?? 1)
  else if (element.name === 'vMerge') cell.down = merge
  else if (element.name === 'hMerge') cell.sideways = merge
}

/** Takes in what an element of `w:trPr` says. */
export function describeRow(row: RowDraft, element: XmlElement): void {
  if (element.name === 'gridBefore') row.skip(numberOf(element) ?? 0)
  else if (element.name === 'tblHeader') row.isHeader = isOn(element)
}
