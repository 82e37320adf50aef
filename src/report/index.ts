import type { RunResult } from '../engine/result.ts'
import type { Rule } from '../rule/rule.ts'
import { renderConcise } from './concise.ts'
import { renderJson } from './json.ts'
import { choosePaint } from './paint.ts'
import { renderText } from './text.ts'

/** How a report is to be rendered. */
export interface RenderOptions {
  readonly color: boolean
  /** What was asked, with all that it can tell; only some outputs want to know. */
  rules?(): Promise<readonly Rule[]>
  /** Takes a sentence about what an output has no room for. */
  tell?(sentence: string): void
}

type Renderer = (run: RunResult) => string

/** Every output by name; a large one is loaded when it is used. */
export const FORMATS = {
  text: async ({ color }) => {
    const paint = await choosePaint(color)
    return (run) => renderText(run, paint)
  },
  concise: async () => renderConcise,
  json: async () => renderJson,
  sarif: async ({ rules, tell = () => {} }) => {
    const { renderSarif } = await import('./sarif.ts')
    const asked = (await rules?.()) ?? []
    return (run) => renderSarif(run, asked, tell)
  },
  github: async () => (await import('./github.ts')).renderGithub,
  gitlab: async () => (await import('./gitlab.ts')).renderGitlab,
  junit: async ({ rules }) => {
    const { renderJunit } = await import('./junit.ts')
    const asked = (await rules?.()) ?? []
    return (run) => renderJunit(run, asked)
  },
  checkstyle: async () => (await import('./checkstyle.ts')).renderCheckstyle,
  rdjson: async () => (await import('./rdjson.ts')).renderRdjson,
} satisfies Record<string, (options: RenderOptions) => Promise<Renderer>>

export type FormatName = keyof typeof FORMATS

/** Renders a report. */
export async function render(
  name: FormatName,
  run: RunResult,
  options: RenderOptions,
): Promise<string> {
  const renderer: Renderer = await FORMATS[name](options)
  return renderer(run)
}
