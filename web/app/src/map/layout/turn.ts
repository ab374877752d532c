/** Turns a cloud of points so that its long side lies along the screen's. */
export function turn(places: Float64Array, aspect: number) {
  const n = places.length / 2
  if (n < 3) return pair(places, aspect)
  let [mx, my] = [0, 0]
  for (let i = 0; i < n; i++) {
    mx += places[2 * i]! / n
    my += places[2 * i + 1]! / n
  }
  let [xx, xy, yy] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [places[2 * i]! - mx, places[2 * i + 1]! - my]
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
  }
  const main = 0.5 * Math.atan2(2 * xy, xx - yy)
  const by = (aspect >= 1 ? 0 : Math.PI / 2) - main
  const [cos, sin] = [Math.cos(by), Math.sin(by)]
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [places[2 * i]! - mx, places[2 * i + 1]! - my]
    places[2 * i] = dx * cos - dy * sin
    places[2 * i + 1] = dx * sin + dy * cos
  }
}

/** Two bodies stand side by side, or one above the other on a tall screen. */
function pair(places: Float64Array, aspect: number) {
  if (places.length < 4) return places.fill(0)
  const far = Math.hypot(places[0]! - places[2]!, places[1]! - places[3]!) / 2
  places.set(aspect >= 1 ? [-far, 0, far, 0] : [0, -far, 0, far])
}

const evenness = 0.7

/** Gives the crowded middle more of the room: what is near the centre moves out more than what is far. */
export function loosen(places: Float64Array) {
  const n = places.length / 2
  if (n < 12) return
  let far = 1
  for (let i = 0; i < n; i++) far = Math.max(far, Math.hypot(places[2 * i]!, places[2 * i + 1]!))
  for (let i = 0; i < n; i++) {
    const r = Math.hypot(places[2 * i]!, places[2 * i + 1]!) / far || 1
    places[2 * i]! *= r ** (evenness - 1)
    places[2 * i + 1]! *= r ** (evenness - 1)
  }
}
