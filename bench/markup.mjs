export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Text as it stands between tags. */
export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The two parts of an office package that say which part is the main one and what each is. */
export function packageParts({ main, types, contentTypes }) {
  const overrides = contentTypes
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${types}.${type}+xml"/>`)
    .join('')
  const relationships = relationshipsOf([['officeDocument', main]])
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`,
    ],
    ['_rels/.rels', relationships],
  ]
}

export function relationshipsOf(targets) {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const list = targets
    .map(
      ([kind, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="${type}/${kind}" Target="${target}"/>`,
    )
    .join('')
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
}
