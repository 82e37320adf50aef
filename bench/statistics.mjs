export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

/** The power of x that y grows with (1 linear, 2 quadratic): the slope of log y over log x. */
export function exponent(points) {
  return slope(points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) })))
}

/** How much y grows for each x, by least squares. */
export function slope(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length
  const middleX = mean(({ x }) => x)
  const middleY = mean(({ y }) => y)
  const rise = mean(({ x, y }) => (x - middleX) * (y - middleY))
  return rise / mean(({ x }) => (x - middleX) ** 2)
}
