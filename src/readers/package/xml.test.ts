import { array, assert, constantFrom, property } from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { MAX_DEPTH, UnreadableError } from '../reader.ts'
import { scanXml } from './xml.ts'

describe('what is told', () => {
  test.each<[string, string, string[]]>([
    [
      'elements and texts in order',
      '<a>甲<b>乙</b>丙</a>',
      ['<a', '甲', '<b', '乙', '>b', '丙', '>a'],
    ],
    ['names without prefixes', '<w:p xmlns:w="u"><w:r/></w:p>', ['<p', '<r', '>r', '>p']],
    ['entities resolved', '<a>&lt;b&gt; &amp; &quot;&apos;</a>', ['<a', '<b> & "\'', '>a']],
    ['characters by number', '<a>&#10003;&#x1F44D;&#10;</a>', ['<a', '✓👍\n', '>a']],
    ['an ampersand that is none', '<a>&amp;lt;</a>', ['<a', '&lt;', '>a']],
    ['line ends as \\n', '<a>1\r\n2\r3\n</a>', ['<a', '1\n2\n3\n', '>a']],
    ['CDATA as it is', '<a>1<![CDATA[<b>&amp;]]>2</a>', ['<a', '1', '<b>&amp;', '2', '>a']],
    ['no comments', '<a>1<!-- <b> -->2</a>', ['<a', '1', '2', '>a']],
    ['no instructions', '<?xml version="1.0"?>\n<a><?go <b>?>1</a>\n', ['<a', '1', '>a']],
    ['blanks', '<a> \n </a>', ['<a', ' \n ', '>a']],
    ['blanks in tags', '<a ><b\n/></a\t>', ['<a', '<b', '>b', '>a']],
  ])('%s', (_name, xml, events) => {
    expect(eventsOf(xml)).toEqual(events)
  })

  test.each<[string, string, [string, string][]]>([
    [
      'both quotes',
      `<a b="1" c='"2"'/>`,
      [
        ['b', '1'],
        ['c', '"2"'],
      ],
    ],
    [
      'no prefixes',
      '<a r:id="rId1" xml:space="preserve"/>',
      [
        ['id', 'rId1'],
        ['space', 'preserve'],
      ],
    ],
    ['no namespaces', '<a xmlns="u" xmlns:id="v" id="1"/>', [['id', '1']]],
    ['the one without prefix', '<a w:val="1" val="2" x:val="3"/>', [['val', '2']]],
    ['else the first', '<a w:val="1" x:val="3"/>', [['val', '1']]],
    ['entities', '<a b="&lt;&#x4E00;&amp;"/>', [['b', '<一&']]],
    ['line breaks as blanks', '<a b="1\n2\r\n3\t4&#10;5"/>', [['b', '1 2 3 4\n5']]],
    ['a >', '<a b="1>2"/>', [['b', '1>2']]],
    [
      'names that objects have',
      '<a __proto__="1" constructor="2"/>',
      [
        ['__proto__', '1'],
        ['constructor', '2'],
      ],
    ],
    ['blanks around =', '<a b = "1"\n/>', [['b', '1']]],
  ])('attributes: %s', (_name, xml, attributes) => {
    const found: [string, string][][] = []
    scanXml(xml, { open: (element) => found.push([...element.attributes]), close() {}, text() {} })
    expect(found).toEqual([attributes])
  })

  test('places lead back to the part', () => {
    const xml =
      '<?xml version="1.0"?>\n<a>𠮷&amp;甲<!-- - --><b c="1"/>乙<![CDATA[<丙>]]><?x?>丁\r\n</a>'
    const places: string[] = []
    scanXml(xml, {
      open: ({ start, end }) => places.push(xml.slice(start, end)),
      close() {},
      text: ({ from, to }) => places.push(xml.slice(from, to)),
    })
    expect(places).toEqual(['<a>', '𠮷&amp;甲', '<b c="1"/>', '乙', '<![CDATA[<丙>]]>', '丁\r\n'])
  })

  test('what the handler throws', () => {
    const thrown = new Error('the handler gave up')
    const handler = {
      open() {
        throw thrown
      },
      close() {},
      text() {},
    }
    expect(() => scanXml('<a/>', handler)).toThrow(thrown)
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', ''],
    ['text alone', '目录'],
    ['text before the root', '1<a/>'],
    ['text behind the root', '<a/>1'],
    ['two roots', '<a/><b/>'],
    ['an open element', '<a><b></b>'],
    ['crossed elements', '<a><b></a></b>'],
    ['an end without a start', '<a/></a>'],
    ['an end in another case', '<a></A>'],
    ['an open tag', '<a'],
    ['an open end tag', '<a></a'],
    ['an open attribute', '<a b="1'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an attribute without value', '<a b/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['attributes side by side', '<a b="1"c="2"/>'],
    [
      'too many attributes',
      `<a ${Array.from({ length: 300 }, (_, at) => `b${at}=""`).join(' ')}/>`,
    ],
    ['< in an attribute', '<a b="<"/>'],
    ['an empty name', '<>1</>'],
    ['a blank before the name', '< a/>'],
    ['a name that begins with a digit', '<1/>'],
    ['an open comment', '<a><!-- </a>'],
    ['two hyphens in a comment', '<a><!-- -- --></a>'],
    ['an instruction without a name', '<a><? ?></a>'],
    ['a second declaration', '<a><?xml version="1.0"?></a>'],
    ['an open CDATA', '<a><![CDATA[</a>'],
    ['CDATA outside the root', '<![CDATA[1]]><a/>'],
    ['an open instruction', '<?xml <a/>'],
    ['another declaration', '<a><!ELEMENT b></a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['a lone ampersand', '<a>1 & 2</a>'],
    ['a character that XML has not', '<a>&#0;</a>'],
    ['half a character', '<a>&#xD83D;</a>'],
    ['no character at all', '<a>&#x110000;</a>'],
    ['NUL', '<a>\0</a>'],
    ['the end of CDATA without its start', '<a>]]></a>'],
  ])('%s', (_name, xml) => {
    expect(refusalOf(xml)).toBe('damaged')
  })

  test.each([
    '<!DOCTYPE a><a/>',
    '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
  ])('a document type: %s', (xml) => {
    expect(refusalOf(xml)).toBe('document-type')
  })

  test('elements too deep', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
    expect(refusalOf(nested(MAX_DEPTH))).toBeUndefined()
    expect(refusalOf(nested(MAX_DEPTH + 1))).toBe('too-deep')
    expect(refusalOf('<a>'.repeat(100_000))).toBe('too-deep')
  })
})

test.each([
  ['tags', `<a>${'<b>1</b>'.repeat(200_000)}</a>`],
  ['entities', `<a>${'&amp;'.repeat(400_000)}</a>`],
  ['brackets', `<a>${']'.repeat(2_000_000)}</a>`],
  ['ampersands', `<a>${'&'.repeat(2_000_000)}</a>`],
  ['an open tag', `<a ${' '.repeat(2_000_000)}`],
  ['an open attribute', `<a b="${'c'.repeat(2_000_000)}`],
  ['open comments', `<a>${'<!-- '.repeat(400_000)}`],
  ['attributes', `<a ${Array.from({ length: 100_000 }, (_, at) => `b${at}=""`).join(' ')}/>`],
])('takes linear time: %s', (_name, xml) => {
  const started = performance.now()
  refusalOf(xml)
  expect(performance.now() - started).toBeLessThan(20_000)
})

test('reads what a second parser reads', () => {
  const pieces = constantFrom(
    ...[
      '<a>',
      '</a>',
      '<b c="1">',
      '</b>',
      '<d/>',
      "<e f='>'/>",
      '甲',
      ' ',
      '\r\n',
      '&lt;',
      '&#65;',
    ],
    ...['<![CDATA[', ']]>', '<!--', '-->', '<?go', '?>', '&', '<', '>', '"', '=', '/', ' g="2"'],
  )
  assert(
    property(array(pieces, { maxLength: 14 }), (parts) => {
      const xml = `<root>${parts.join('')}</root>`
      expect(refusalOf(xml) === undefined).toBe(secondOpinion(xml) !== undefined)
      if (refusalOf(xml) === undefined) expect(merged(eventsOf(xml))).toEqual(secondOpinion(xml))
    }),
    { numRuns: 5000, seed: 1 },
  )
})

function eventsOf(xml: string): string[] {
  const events: string[] = []
  scanXml(xml, {
    open: ({ name }) => events.push(`<${name}`),
    close: (name) => events.push(`>${name}`),
    text: ({ text }) => events.push(text),
  })
  return events
}

function refusalOf(xml: string): string | undefined {
  try {
    scanXml(xml, { open() {}, close() {}, text() {} })
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableError)
    return error instanceof UnreadableError ? error.reason : 'other'
  }
}

/** The events as saxes tells them, texts side by side joined; undefined when it finds an error. */
function secondOpinion(xml: string): readonly string[] | undefined {
  const events: string[] = []
  const parser = new SaxesParser()
  let isRead = true
  parser.on('error', () => {
    isRead = false
  })
  parser.on('opentag', ({ name }) => events.push(`<${name}`))
  parser.on('closetag', ({ name }) => events.push(`>${name}`))
  parser.on('text', (text) => events.push(text))
  parser.on('cdata', (text) => events.push(text))
  parser.write(xml).close()
  return isRead ? merged(events) : undefined
}

function merged(events: readonly string[]): readonly string[] {
  return events.join('\0').split(/\0(?=[<>])|(?<=^[<>]\w+)\0|(?<=\0[<>]\w+)\0/u)
}
