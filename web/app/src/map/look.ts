import { legible, mix } from './colour'

/** Colours of the ground, taken from the page's custom properties. */
export interface Look {
  ground: string; label: string; halo: string; select: string; focus: string; font: string
  dim: number // opacity of what is not in question
  node(colour: string): string
  line(colour: string): string
  pale(colour: string): string
}

const fallback = { ground: '#ffffff', label: '#212b32', select: '#212b32', focus: '#ffeb3b' }

export function readLook(element: HTMLElement): Look {
  const style = getComputedStyle(element)
  const probe = document.createElement('canvas').getContext('2d')!
  const colour = (name: string, otherwise: string): string => {
    probe.fillStyle = otherwise
    const value = style.getPropertyValue(name).trim()
    if (value) probe.fillStyle = value // the browser turns any notation into #rrggbb or rgba()
    return probe.fillStyle
  }
  const ground = colour('--map-bg', fallback.ground)
  const label = colour('--map-label', fallback.label)
  return looking({
    ground, label,
    halo: colour('--map-halo', ground),
    select: colour('--map-select', label),
    focus: colour('--map-focus', fallback.focus),
    dim: parseFloat(style.getPropertyValue('--map-dim')) || 0.14,
    font: style.getPropertyValue('--map-font').trim() || style.fontFamily || 'Arial, sans-serif',
  })
}

/** Light colours, whatever the screen has: pictures that are taken away end up on paper. */
export const paperLook = () => looking({ ...fallback, halo: fallback.ground, dim: 0.14, font: 'Arial, Liberation Sans, sans-serif' })

function looking(colours: Omit<Look, 'node' | 'line' | 'pale'>): Look {
  const node = standing(colours.ground, 3)
  return { ...colours, node, line: standing(colours.ground, 4.2), pale: (c) => mix(node(c), colours.ground, 0.82) }
}

/** Colours that stand out from the ground so far, each found once. Lines are drawn thin
 * and not quite solid (paint.ts), so that they start from more than the 3 : 1 they need. */
function standing(ground: string, ratio: number) {
  const kept = new Map<string, string>()
  return (c: string) => {
    if (!kept.has(c)) kept.set(c, legible(c, ground, ratio))
    return kept.get(c)!
  }
}
