// Wide layers fold into rows, as words do on a page: a body with eighty below it would
// else be a line that no screen holds.

/** Places along one axis, and how much room each body takes on it. */
export interface Axis { place: Float32Array; size: Float32Array }

const most = 24 // rows of one layer
const beside = 8
const page = 1600 // what is no wider is legible as it is
const between = { rows: 10, layers: 70 }

/** Folds layers (bodies with the same place on `down`) until all is as wide as a page or has the screen's shape; order stays. */
export function fold(members: readonly number[], across: Axis, down: Axis, aspect: number) {
  const layers = layersOf(members, across, down)
  let made = folded(layers, across, down, 1)
  for (let by = 2; by <= most && made.width > Math.max(page, aspect * made.height); by++) made = folded(layers, across, down, by)
  if (made.by === 1) return
  for (const [m, at] of made.down) down.place[m] = at
  for (const m of members) across.place[m]! /= made.by
}

function layersOf(members: readonly number[], across: Axis, down: Axis): number[][] {
  const layers = new Map<number, number[]>()
  for (const m of members) {
    const at = Math.round(down.place[m]!)
    const layer = layers.get(at)
    if (layer) layer.push(m)
    else layers.set(at, [m])
  }
  return [...layers].sort(([a], [b]) => a - b).map(([, layer]) => layer.sort((a, b) => across.place[a]! - across.place[b]!))
}

/** Everything drawn together by a factor: who meets a neighbour goes to the next row that has room. */
function folded(layers: number[][], across: Axis, down: Axis, by: number) {
  const places = new Map<number, number>()
  let [top, left, right] = [0, Infinity, -Infinity]
  for (const layer of layers) {
    const deep = Math.max(...layer.map((m) => down.size[m]!))
    const ends: number[] = [] // where each row ends
    for (const m of layer) {
      const [from, to] = [across.place[m]! / by - across.size[m]! / 2, across.place[m]! / by + across.size[m]! / 2]
      let row = ends.findIndex((end) => end + beside <= from)
      if (row < 0) row = ends.length
      ends[row] = to
      places.set(m, top + row * (deep + between.rows) + deep / 2)
      left = Math.min(left, from)
      right = Math.max(right, to)
    }
    top += ends.length * (deep + between.rows) - between.rows + between.layers
  }
  return { by, down: places, width: right - left, height: top - between.layers }
}
