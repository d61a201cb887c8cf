/** What a `$ref` of a document names, or undefined. JSON pointers within the document only: ours refer nowhere else. */
const pointed = (document, reference) =>
  reference
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((value, part) => value?.[part], document);

/** Every `$ref` of a description that leads nowhere or out of it. */
export const danglingReferences = (document) => {
  const found = new Set();
  JSON.stringify(document, (key, value) => {
    if (
      key === '$ref' &&
      typeof value === 'string' &&
      (!value.startsWith('#/') || pointed(document, value) === undefined)
    )
      found.add(value);
    return value;
  });
  return [...found];
};
