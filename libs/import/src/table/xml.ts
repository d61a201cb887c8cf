import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fault, type Fault } from '../fault.js';
import { importLimits } from '../limits.js';

/** An element as a tree: text under `#text`, repeated children as arrays. */
export type XmlElement = { readonly [name: string]: unknown };
export type ReadXml = { readonly root: XmlElement; readonly fault?: undefined } | { readonly fault: Fault };

/** Deepest nesting of a text, counted without building anything. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const tag of text.matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    if (tag[1]) depth -= 1;
    else if (!tag[2]) deepest = Math.max(deepest, (depth += 1));
  }
  return deepest;
};

/**
 * Reads XML into a tree. No document types, hence no entities of the file's own, nothing is fetched, and depth is bounded;
 * values stay text (a number is the profile's business).
 */
export const readXml = (text: string): ReadXml => {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return { fault: fault('xml/not-allowed', 1, '', 'DOCTYPE') };
  if (depthOf(text) > importLimits.xmlDepth) return { fault: fault('xml/not-allowed', 1, '', 'depth') };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { fault: fault('xml/unreadable', valid.err.line, '', '', valid.err.msg) };
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    processEntities: true,
    trimValues: true,
    ignoreDeclaration: true,
  });
  return { root: parser.parse(text) as XmlElement };
};

/** The elements along a path, always as a list: `children(bill, 'actions', 'item')`. Empty elements are left out. */
export const children = (element: XmlElement, ...path: readonly string[]): readonly XmlElement[] => {
  let found: unknown[] = [element];
  for (const name of path)
    found = found.flatMap((one) => {
      const child = typeof one === 'object' && one !== null ? (one as XmlElement)[name] : undefined;
      return child === undefined || child === '' ? [] : Array.isArray(child) ? child : [child];
    });
  return found.filter((one): one is XmlElement => typeof one === 'object' && one !== null);
};

/** The text of a child, trimmed; empty when it is not there. */
export const textOf = (element: XmlElement, ...path: readonly string[]): string => {
  const parents = path.length > 1 ? children(element, ...path.slice(0, -1)) : [element];
  const value = parents[0]?.[path.at(-1) ?? ''];
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one.trim() : typeof one === 'number' ? String(one) : '';
};
