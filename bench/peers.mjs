import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const EXE = process.platform === 'win32' ? '.exe' : ''

/**
 * The strongest programs that read the same text: AutoCorrect is the fastest for Chinese, rumdl for
 * Markdown, remark-cli parses as mulint does. Their versions are fixed, so that figures of different
 * days can be compared. `works` is what their output says when they did look at the files.
 */
const PEERS = {
  autocorrect: {
    packages: ['autocorrect-node@2.14.0'],
    command: (folder) => [
      process.execPath,
      join(folder, 'node_modules/autocorrect-node/cli.js'),
      '--lint',
    ],
    works: /Error: \d+/u,
  },
  rumdl: {
    packages: ['rumdl@0.2.75'],
    // The program itself rather than its launcher, which starts Node first.
    command: (folder) => {
      const scope = join(folder, 'node_modules/@rumdl')
      return [join(scope, readdirSync(scope)[0], `rumdl${EXE}`), 'check', '--no-cache']
    },
    works: /\d+ files?/u,
  },
  remark: {
    packages: [
      'remark-cli@12.0.1',
      'remark-gfm@4.0.1',
      'remark-preset-lint-recommended@7.0.1',
      // Older ones need time that grows with the square of the cells.
      'micromark-extension-gfm-table@2.1.2',
    ],
    command: () => [
      process.execPath,
      'node_modules/remark-cli/cli.js',
      '--no-stdout',
      '--no-config',
      '--use',
      'remark-gfm',
      '--use',
      'remark-preset-lint-recommended',
    ],
    // It looks for its plugins from where it runs.
    runsInFolder: true,
    works: /\.md/u,
  },
}

export const PEER_NAMES = Object.keys(PEERS)

/** A peer ready to run on files; installed into the work folder unless it is there already. */
export function installPeer(name, workFolder) {
  const { packages, command, works, runsInFolder } = PEERS[name]
  const folder = join(workFolder, 'peers', name)
  const installed = join(folder, 'installed.txt')
  const wanted = packages.join(' ')
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== wanted) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const words = ['install', '--save-exact', '--no-audit', '--no-fund', '--loglevel=error']
    execFileSync(NPM, [...words, ...packages], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    writeFileSync(installed, wanted)
  }
  return (files) => ({
    name,
    words: [...command(folder), ...files],
    works,
    ...(runsInFolder && { folder }),
  })
}
