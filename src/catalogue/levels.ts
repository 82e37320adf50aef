import type { Catalogue, Column, Entry } from './catalogue.ts'

/** The levels (公开层级) that a catalogue has columns for. */
export type Level = 'county' | 'township' | 'village'

/** A column of marks below 公开层级, or 公开层级 itself where nothing stands below it. */
export interface LevelColumn {
  readonly column: Column
  /** Undefined where the label does not tell. */
  readonly level: Level | undefined
}

/** All columns of marks for levels: 市级, 县级, 乡级 and 村级 may each have one. */
export function levelColumns({ layout }: Catalogue): readonly LevelColumn[] {
  return layout.columns
    .filter(
      ({ role, label }) => role.startsWith('level.') || (role === 'other' && LABEL.test(label)),
    )
    .map((column) => ({ column, level: levelOfLabel(column.label) }))
}

const LABEL = /^[、（）()㐀-䶿一-鿿]{0,8}[省市县区州盟旗乡镇街村]级$/u

function levelOfLabel(label: string): Level | undefined {
  if (/[乡镇街]/u.test(label)) return 'township'
  if (label.includes('村')) return 'village'
  return /[省市县区州盟旗]/u.test(label) ? 'county' : undefined
}

/** What stands in a column of an entry's own line. */
export function textIn(entry: Entry, { index }: Column): string | undefined {
  return entry.sheet.grid.at(entry.row, index)?.text.trim()
}
