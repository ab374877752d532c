import { toScreen, type Point } from './camera'
import type { Stage } from './stage'

/** The bodies within an outline on the screen. */
export function within(stage: Stage, outline: readonly Point[]): string[] {
  return (stage.scene?.nodes ?? []).filter((n) => inside(toScreen(stage.camera, stage.size, n), outline)).map((n) => n.id)
}

/** Whether a ray from the point crosses the outline an odd number of times. */
function inside(p: Point, outline: readonly Point[]): boolean {
  let odd = false
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length]!
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) odd = !odd
  })
  return odd
}
