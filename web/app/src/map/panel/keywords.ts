/** The keys in words, for the help; the second half is for the map's own page. */
export const looking: [string, string][] = [
  ['Arrow keys', 'to the nearest body that way'], ['N, P', 'to the next or previous body, the best connected first'],
  ['L, Shift + L', 'through the lines of a body'], ['O', 'along the line to its other end'], ['Enter', 'select and read'],
  ['+, -, 0', 'nearer, farther, show all'], ['Shift + arrow', 'move the picture'], ['Escape', 'let go'],
]
export const working: [string, string][] = [
  ['X', 'select together with others'], ['Ctrl + A', 'select all'], ['Delete', 'hide what is selected'], ['C', 'collapse what hangs on a body alone'],
  ['F', 'pin or unpin'], ['Alt + arrow', 'move a body, and pin it'], ['Menu key or Shift + F10', 'all that can be done here'],
  ['Ctrl + Z, Ctrl + Shift + Z', 'undo, redo'], ['?', 'this list'],
]
