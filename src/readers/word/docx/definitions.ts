import type { Relationship } from '../../package/relationships.ts'
import type { Package } from '../../package/zip.ts'
import { type Numbering, readNumbering } from './numbering.ts'
import { NO_STYLES, readStyles, type Styles } from './styles.ts'

/** What parts beside the document say of all text that refers to them. */
export interface Definitions {
  readonly styles: Styles
  readonly numbering: Numbering
}

/** A part that is not there defines nothing. */
export async function readDefinitions(
  source: Package,
  targets: readonly Relationship[],
): Promise<Definitions> {
  const textOf = async (part: string) => {
    const target = targets.find(({ type }) => type === part)?.target
    return target === undefined ? undefined : source.text(target)
  }
  const styles = await textOf('styles')
  const numbering = await textOf('numbering')
  return {
    styles: styles === undefined ? NO_STYLES : readStyles(styles),
    numbering: numbering === undefined ? new Map() : readNumbering(numbering),
  }
}
