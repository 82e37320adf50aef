/** A path as reports give it, as a relative URI; one on another drive becomes a file URI. */
export function pathUri(path: string): string {
  if (/^[A-Za-z]:\//u.test(path)) return `file:///${path.slice(0, 2)}${encoded(path.slice(2))}`
  return encoded(path)
}

// A lone half of a surrogate pair, which Windows allows in names, has no encoding.
function encoded(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
