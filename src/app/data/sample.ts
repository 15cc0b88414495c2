/** The articles that come with the page, for whoever has none at hand; the build lists them in `sample/index.json`. */
import { m } from '../messages.ts';

/** Fetches the sample. Throws where it is not beside the page. */
export async function sampleArticles(): Promise<File[]> {
  const names = (await (await fetched('index.json')).json()) as readonly string[];
  return Promise.all(names.map(async (name) => new File([await (await fetched(name)).blob()], name)));
}

async function fetched(name: string): Promise<Response> {
  const response = await fetch(new URL(`sample/${name}`, document.baseURI)).catch(() => null);
  if (!response?.ok) throw new Error(m('data_sample_failed'));
  return response;
}
