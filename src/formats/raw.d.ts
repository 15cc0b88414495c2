/** Tables of `data/` that are part of the program, not brought by the caller: the bundler puts their text in. */
declare module '*.tsv?raw' {
  const text: string;
  export default text;
}
