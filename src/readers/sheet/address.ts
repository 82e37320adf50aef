/** The address of a cell, whose row and column are counted from 0: H9. */
export function addressOf(row: number, column: number): string {
  return columnName(column) + (row + 1)
}

/** Letters of a column counted from 0: 0 is A, 25 is Z, 26 is AA. */
function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}
