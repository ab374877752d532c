import type { Parcel } from './pack'
import type { Task } from './messages'

/** The parcel that holds the shapes and labels of all members. */
export function bound(members: number[], x: Float32Array, y: Float32Array, { w, h }: Task): Parcel {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const m of members) {
    left = Math.min(left, x[m]! - w[m]! / 2)
    right = Math.max(right, x[m]! + w[m]! / 2)
    top = Math.min(top, y[m]! - h[m]! / 2)
    bottom = Math.max(bottom, y[m]! + h[m]! / 2)
  }
  return { x: left, y: top, w: right - left, h: bottom - top }
}
