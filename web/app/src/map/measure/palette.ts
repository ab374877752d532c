// After Okabe and Ito, told apart by people with the common kinds of colour blindness;
// a letter comes with each, so that colour is never alone.
const palette = ['#0072b2', '#d55e00', '#007f5f', '#cc3f7f', '#8a6d00', '#56b4e9', '#7b3294', '#e69f00']
const rest = '#5b6770'

export const communityColour = (c: number) => palette[c] ?? rest

/** A to Z, then numbers; nothing for those that stand alone. */
export const letter = (c: number) => (c < 0 ? '' : c < 26 ? String.fromCharCode(65 + c) : String(c + 1))
