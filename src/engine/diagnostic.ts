import type { Role } from '../catalogue/role.ts'
import type { Fix } from '../fix/edit.ts'
import type { Certainty, Evidence, Severity } from '../rule/rule.ts'
import type { TextRange } from '../table/locate.ts'
import type { Place } from '../table/model.ts'

/** A place as a report gives it; rows, columns, lines and tables are counted from 1. */
export interface Location extends Partial<TextRange> {
  /** What a clerk reads: 序号12／公开依据. */
  readonly label: string
  /** 序号 of the entry, or of its head row; absent outside a table. */
  readonly entry?: string
  readonly role?: Role
  readonly table?: number
  readonly row?: number
  readonly column?: number
  readonly sheet?: string
  readonly address?: string
  readonly page?: number
}

/** A further place that explains a diagnostic. */
export interface RelatedRemark {
  readonly message: string
  readonly location: Location
  readonly at: Place
}

/** What the engine tells about one fault. */
export interface Diagnostic {
  readonly rule: string
  /** Which of the rule's sentences it is; sentences may be reworded, ids stay. */
  readonly messageId: string
  readonly severity: Severity
  readonly certainty: Certainty
  readonly message: string
  /** Absent when the finding is about the file as a whole. */
  readonly at?: Place
  readonly location: Location
  /** The names of the item that it stands in, from the first level down, with / between. */
  readonly item?: string
  readonly actual?: string
  readonly expected: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly fix?: Fix
  readonly related: readonly RelatedRemark[]
  readonly fingerprint: string
}
