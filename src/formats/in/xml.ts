/**
 * XML of graph files, element by element. A document type is refused whatever it says: graph files need
 * none, and it is where entities are declared that expand without end or name files of the reader.
 */
import { SaxesParser } from 'saxes';
import { NotThisFormat } from './imported.ts';

/** An element with all that is in it, namespaces left out: `viz:color` is `color`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** Line of its end, counted from 1, and UTF-16 offset of it in the file. */
  readonly line: number;
  readonly offset: number;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

export interface XmlHandler {
  /** Elements of these names are handed over whole, when they end; they are not kept by their parents. */
  readonly whole: ReadonlySet<string>;
  readonly onElement: (element: XmlElement) => void;
  /** An element outside of those begins. */
  readonly onStart: (name: string, attributes: Readonly<Record<string, string>>) => void;
}

/** Feeds a handler. `file` is for messages. Throws `NotThisFormat` where the text is no XML or has a document type. */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #file: string;
  readonly #handler: XmlHandler;
  readonly #open: OpenElement[] = [];

  constructor(file: string, handler: XmlHandler) {
    this.#file = file;
    this.#handler = handler;
    this.#parser.on('error', ({ message }) => {
      throw new NotThisFormat(`${file}:${message.replace(/\.$/, '')}`);
    });
    this.#parser.on('doctype', () => {
      throw new NotThisFormat(
        `${file}:${this.#parser.line}: a document type (<!DOCTYPE>) is not read: it may declare entities; remove it`,
      );
    });
    this.#parser.on('opentag', ({ name, attributes }) => this.#start(local(name), attributes));
    this.#parser.on('closetag', () => this.#end());
    const addText = (text: string) => {
      const last = this.#open.at(-1);
      if (last) last.text += text;
    };
    this.#parser.on('text', addText);
    this.#parser.on('cdata', addText);
  }

  push(text: string): void {
    this.#parser.write(text);
  }

  finish(): void {
    this.#parser.close();
  }

  #start(name: string, given: Readonly<Record<string, string>>): void {
    const attributes = Object.fromEntries(Object.entries(given).map(([key, value]) => [local(key), value]));
    if (this.#open.length === 0 && !this.#handler.whole.has(name))
      return this.#handler.onStart(name, attributes);
    if (this.#open.length > 100)
      throw new NotThisFormat(`${this.#file}: elements stand too deep in each other`);
    this.#open.push({ name, attributes, children: [], text: '' });
  }

  #end(): void {
    const open = this.#open.pop();
    if (!open) return;
    const { line, position } = this.#parser;
    const element: XmlElement = { ...open, line, offset: position };
    if (this.#handler.whole.has(open.name)) this.#handler.onElement(element);
    else this.#open.at(-1)?.children.push(element);
  }
}

/** All children of a name, at any depth below those of `through`. */
export function childrenOf(element: XmlElement, name: string, through: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === through ? child.children.filter((inner) => inner.name === name) : [];
  });
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
