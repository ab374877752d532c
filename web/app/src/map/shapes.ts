/** What the drawing asks of a canvas; an SVG writer can stand in for it. */
export type Pen = Pick<CanvasRenderingContext2D,
  'beginPath' | 'closePath' | 'moveTo' | 'lineTo' | 'bezierCurveTo' | 'arc' | 'rect' |
  'fill' | 'stroke' | 'fillRect' | 'fillText' | 'strokeText' | 'measureText' | 'setLineDash' |
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineCap' | 'lineJoin' | 'globalAlpha' | 'font' | 'textAlign' | 'textBaseline'> & {
  /** Groups what follows, for a picture that has elements. */
  open?(part: 'node' | 'edge' | 'label', id: string, title: string): void
  close?(): void
}

const polygon = (sides: number, start: number, scale: number): number[][] =>
  Array.from({ length: sides }, (_, i) => {
    const a = start + (i * 2 * Math.PI) / sides
    return [Math.cos(a) * scale, Math.sin(a) * scale]
  })

const up = -Math.PI / 2

// Corners for radius 1; scaled so that every shape covers about the same area.
const corners: Record<string, number[][]> = {
  square: polygon(4, Math.PI / 4, 1.25),
  diamond: polygon(4, up, 1.32),
  triangle: polygon(3, up, 1.42).map(([x, y]) => [x!, y! + 0.2]),
  hexagon: polygon(6, 0, 1.14),
  pentagon: polygon(5, up, 1.2),
  star: Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 ? 0.66 : 1.45
    return [Math.cos(up + (i * Math.PI) / 5) * r, Math.sin(up + (i * Math.PI) / 5) * r]
  }),
  cross: [[-0.45, -1.15], [0.45, -1.15], [0.45, -0.45], [1.15, -0.45], [1.15, 0.45], [0.45, 0.45],
    [0.45, 1.15], [-0.45, 1.15], [-0.45, 0.45], [-1.15, 0.45], [-1.15, -0.45], [-0.45, -0.45]],
}

/** Begins the outline of a shape; a circle where the icon is unknown. */
export function trace(pen: Pen, icon: string, x: number, y: number, r: number) {
  pen.beginPath()
  const points = corners[icon]
  if (!points) pen.arc(x, y, r, 0, 2 * Math.PI)
  else points.forEach(([dx, dy], i) => (i ? pen.lineTo(x + dx! * r, y + dy! * r) : pen.moveTo(x + dx! * r, y + dy! * r)))
  pen.closePath()
}

/** The same outline for an SVG in the legend, in a box from -10 to 10. */
export function outline(icon: string): string {
  const r = 6.5
  const points = corners[icon]
  if (!points) return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
  return 'M' + points.map(([x, y]) => `${(x! * r).toFixed(1)} ${(y! * r).toFixed(1)}`).join('L') + 'Z'
}

/** A class of things is drawn hollow: it is no one body. */
export const isHollow = (icon: string) => icon === 'cross'
