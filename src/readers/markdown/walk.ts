import type { Nodes } from 'mdast'

/**
 * A node and all nodes below it, in reading order, but for those below nodes that are `whole`. Not
 * recursive: nodes may be nested more deeply than calls.
 */
export function* walk(root: Nodes, whole?: (node: Nodes) => boolean): Generator<Nodes> {
  const left = [root]
  for (let node = left.pop(); node; node = left.pop()) {
    yield node
    if (!('children' in node) || whole?.(node)) continue
    for (const child of node.children.toReversed()) left.push(child)
  }
}
