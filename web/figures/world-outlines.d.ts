/** Made by `web/build/world-outlines.ts`. */
declare module 'virtual:world-outlines' {
  const shapes: readonly import('../../analysis/publication/figures/maps/packed-shapes.ts').PackedShape[]
  export default shapes
}
