/**
 * Builds after an install. One from git into a global folder, such as that of a pre-commit hook,
 * brings no compiler along, so what building takes is fetched first.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

function npm(words) {
  const { status } = spawnSync(`npm ${words}`, {
    stdio: 'inherit',
    shell: true,
    env: { ...process.env, npm_config_global: 'false' },
  })
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync('node_modules/typescript')) {
  npm('install --no-global --include=dev --ignore-scripts --no-save --no-audit --no-fund')
}
npm('run --silent build')
