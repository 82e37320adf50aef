'use strict'
const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')

/**
 * Loads a script together with its compiled form, which the build left beside it. V8 checks that
 * the form belongs to this very script and to this version of itself and does without it otherwise.
 */
exports.load = function load(relative) {
  const filename = join(__dirname, relative)
  const compiled = `${filename}.compiled`
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`,
    {
      filename,
      cachedData: existsSync(compiled) ? readFileSync(compiled) : undefined,
    },
  )
  const module = { exports: {} }
  const run = script.runInThisContext()
  run(module.exports, createRequire(filename), module, filename, dirname(filename))
  if (process.env.MULINT_KEEP_COMPILED) {
    process.on('exit', () => writeFileSync(compiled, script.createCachedData()))
  }
  return module.exports
}
