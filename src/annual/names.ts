import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Cell } from '../table/model.ts'
import { excerpt } from '../text/printable.ts'
import type { TableKey } from './form.ts'
import { figureRows } from './rows.ts'
import { tablesOf } from './tables.ts'

/** What a clerk calls a cell of a statistical table: 第三部分／（一）予以公开／自然人. */
export function cellName(catalogue: Catalogue, cell: Cell): string | undefined {
  return catalogue.once(findNames).get(cell)
}

const PARTS: Readonly<Record<TableKey, string>> = {
  proactive: '第二部分',
  requests: '第三部分',
  disputes: '第四部分',
}
/** Rows whose names are sentences are told by their beginnings. */
const LONGEST = 14

function findNames(catalogue: Catalogue): ReadonlyMap<Cell, string> {
  const names = new Map<Cell, string>()
  const { proactive, requests, disputes } = tablesOf(catalogue)
  const headers = { proactive: proactive?.header, disputes: disputes?.header }
  for (const [table, header] of Object.entries(headers)) {
    for (const { label } of header ?? []) {
      names.set(label.cell, `${PARTS[table as TableKey]}／表头`)
    }
  }
  for (const { header, groups } of requests) {
    for (const { label } of header) names.set(label.cell, `${PARTS.requests}／表头`)
    for (const { label, group } of groups) {
      names.set(label.cell, `${PARTS.requests}／${group.number}${group.words}`)
    }
  }
  for (const { table, name, columns, at, values, isWhole } of figureRows(catalogue)) {
    const row = `${PARTS[table]}／${excerpt(name, LONGEST)}`
    if (table !== 'disputes') names.set(at, row)
    for (const [index, { cell }] of values.entries()) {
      const column = columns[index]?.replace('：', '／')
      const isNamed = isWhole && column !== undefined
      if (table === 'disputes')
        names.set(cell, isNamed ? `${PARTS[table]}／${column}` : PARTS[table])
      else names.set(cell, isNamed && columns.length > 1 ? `${row}／${column}` : row)
    }
  }
  return names
}
