/** What shapes may be sized by: links shown, claims shown, links in all the graph, or a measure of the network shown. */
export const sizes = ['links', 'claims', 'degree', 'betweenness', 'pagerank'] as const
export type SizeBy = (typeof sizes)[number]
export const colours = ['kind', 'community'] as const
export type ColourBy = (typeof colours)[number]

export interface Question { job: number; nodes: number; from: Uint32Array; to: Uint32Array; size: SizeBy; colour: ColourBy }
/** Values by the node's number; empty where they were not asked for. */
export interface Answer { job: number; size: Float64Array; community: Uint16Array }
