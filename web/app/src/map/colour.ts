// Colours of the vocabulary are made for white; on another ground they are moved
// towards black or white until they can be told from it.

type RGB = readonly [number, number, number]

export function parse(colour: string): RGB {
  const hex = /^#(..)(..)(..)/.exec(colour)
  if (hex) return [1, 2, 3].map((i) => parseInt(hex[i]!, 16)) as unknown as RGB
  const parts = /rgba?\(([^)]+)\)/.exec(colour)?.[1]?.split(/[\s,/]+/).map(Number)
  return parts && parts.length >= 3 ? [parts[0]!, parts[1]!, parts[2]!] : [91, 103, 112]
}

const write = (c: RGB) => '#' + c.map((v) => Math.round(v).toString(16).padStart(2, '0')).join('')

export function luminance(c: RGB): number {
  const [r, g, b] = c.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)) as unknown as RGB
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function contrast(a: RGB, b: RGB): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

export function mix(a: string, b: string, share: number): string {
  const [x, y] = [parse(a), parse(b)]
  return write([0, 1, 2].map((i) => x[i]! + (y[i]! - x[i]!) * share) as unknown as RGB)
}

/** The colour itself, or as near to it as stands out from the ground. */
export function legible(colour: string, ground: string, ratio: number): string {
  const back = parse(ground)
  const towards = luminance(back) > 0.4 ? '#000000' : '#ffffff'
  for (let share = 0; share < 1; share += 0.08) {
    const tried = mix(colour, towards, share)
    if (contrast(parse(tried), back) >= ratio) return tried
  }
  return towards
}
