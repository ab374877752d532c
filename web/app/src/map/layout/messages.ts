/** The layouts by name, as the address has them. */
export const layouts = ['force', 'tree', 'circle', 'columns', 'rings'] as const
export type LayoutName = (typeof layouts)[number]

/** A layout to make: nodes are given by their place in the arrays. */
export interface Task {
  seeds: Uint32Array // from the ids, so that the same map is laid out the same way
  x: Float32Array // NaN where the place is not known
  y: Float32Array
  w: Float32Array // room that the shape with its label takes
  h: Float32Array
  from: Uint32Array
  to: Uint32Array
  layout: LayoutName
  group: Uint16Array // the kind, by number
  above: Int8Array // of each line: 2 or 1 when its end stands above its start, -2 or -1 when its start does, 2 as the vocabulary says, 0 neither
  centre: number // what the rings lie around
  aspect: number // width to height of the screen, roughly
}

export interface Placed { x: Float32Array; y: Float32Array }
export interface Request { job: number; task: Task }
export interface Reply extends Placed { job: number }
