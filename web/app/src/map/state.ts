import type { Neighbourhood, Node, Subgraph } from '../api'
import type { Words } from '../words'
import type { View } from './address'
import type { Scene } from './scene'

/** overview and explore are the map's own page; embedded is a picture within another. */
export type Mode = 'overview' | 'explore' | 'embedded'

/** A neighbourhood too large to be shown at once: the reader chooses. */
export interface Choice { of: string; hood: Neighbourhood; nodes: Node[]; total: number }

export interface MapState {
  mode: Mode
  words: Words
  view: View
  graph: Subgraph
  scene: Scene
  phase: 'ready' | 'loading' | 'failed'
  problem: string
  hover: string
  cursor: string // where the keyboard stands
  centre: string // the body that an embedded map is about
  choice: Choice | null
  said: string // for a screen reader
}
