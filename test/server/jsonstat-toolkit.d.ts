/** As much of the toolkit as judges our files. */
declare module 'jsonstat-toolkit' {
  export default function JSONstat(value: unknown): {
    readonly class: string
    readonly n: number
    readonly id: string[]
    readonly value: (number | null)[]
    Dimension(name: string): { readonly id: string[] }
  }
}
