import { existsSync, writeFileSync } from 'node:fs'

const [id = ''] = process.argv.slice(2)
const file = `rules/${id}.ts`

if (!/^[a-z]+(?:-[a-z]+)+$/u.test(id)) {
  console.error('npm run new-rule <thing>-<fault>, for example: npm run new-rule num-seq-gap')
  process.exitCode = 2
} else if (existsSync(file)) {
  console.error(`${file} is there already`)
  process.exitCode = 2
} else {
  writeFileSync(file, template(id))
  console.log(`${file}: answer what is blank, then npm run generate && npm test`)
}

/** A rule whose blanks do not compile until they are filled. */
function template(id: string): string {
  return `import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: '${id}',
  title: , // what is wrong, in Chinese, as a heading
  severity: , // 'error' only when a law was read and nobody can see it otherwise
  certainty: , // 'certain' | 'likely' | 'hint'
  kinds: [], // the documents it is asked about
  fix: 'none',
  basis: [], // by what right: instrument, article, and its gist in our own words
  why: , // why it matters to whoever reads the document
  how: , // what to do
  messages: {
    // one Chinese sentence each, with {slots}
  },
  examples: {
    good: [
      // what only looks like the fault
    ],
    bad: [
      // ⟦…⟧ around each place, \`says\` with each sentence, \`fixed\` when there is a fix
    ],
  },

  *check({ catalogue }) {
    // yield { message, data, at: { passage, span } }
  },
})
`
}
