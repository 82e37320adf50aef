import { scanXml } from './xml.ts'
import type { Package } from './zip.ts'

/** What a part of a package refers to. */
export interface Relationship {
  readonly id: string
  /** Last segment of its type, which strict files write under another address: `worksheet`. */
  readonly type: string
  /** Name of the part; undefined when it lies outside the package or is not there. */
  readonly target: string | undefined
}

/** What a part refers to, in the order it is written; what the package itself does for `''`. */
export async function relationships(
  source: Package,
  part: string,
): Promise<readonly Relationship[]> {
  const cut = part.lastIndexOf('/') + 1
  const name = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`
  if (!source.has(name)) return []
  const found: Relationship[] = []
  scanXml(await source.text(name), {
    open({ name, attributes }) {
      if (name !== 'Relationship') return
      const type = attributes.get('Type') ?? ''
      const target =
        attributes.get('TargetMode') === 'External'
          ? undefined
          : resolve(part.slice(0, cut), attributes.get('Target') ?? '')
      found.push({
        id: attributes.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: target !== undefined && source.has(target) ? target : undefined,
      })
    },
    close() {},
    text() {},
  })
  return found
}

/** Where a target leads from a folder; undefined when it climbs out of the package. */
function resolve(folder: string, target: string): string | undefined {
  const segments: string[] = []
  const path = target.replaceAll('\\', '/')
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}

export interface MainPart {
  readonly name: string
  /** Its content type, such as `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml`. */
  readonly contentType: string
}

/** The part with which a package begins, or undefined when it is no office package. */
export async function findMainPart(source: Package): Promise<MainPart | undefined> {
  const found = (await relationships(source, '')).find(
    ({ type, target }) => type === 'officeDocument' && target !== undefined,
  )
  if (found?.target === undefined) return undefined
  const types = await contentTypes(source)
  const key = `/${found.target}`.toLowerCase()
  const contentType = types.get(key) ?? types.get(key.slice(key.lastIndexOf('.'))) ?? ''
  return { name: found.target, contentType }
}

const TYPES = '[Content_Types].xml'

/**
 * The content types that a package declares, of parts (`/word/document.xml`) and of extensions
 * (`.xml`), in lower case; it may lack the parts.
 */
export async function contentTypes(source: Package): Promise<ReadonlyMap<string, string>> {
  const types = new Map<string, string>()
  if (!source.has(TYPES)) return types
  scanXml(await source.text(TYPES), {
    open({ attributes }) {
      const key = attributes.get('PartName') ?? `.${attributes.get('Extension')}`
      types.set(key.toLowerCase(), attributes.get('ContentType') ?? '')
    },
    close() {},
    text() {},
  })
  return types
}
