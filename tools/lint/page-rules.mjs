const message = 'text of the page comes from the catalogues (apps/web/src/i18n): here nobody can translate it';
const letters = String.raw`/\p{L}/u`;
const attributes =
  '/^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|detail|description|fault)$/';
const child = ':matches(JSXElement, JSXFragment) > JSXExpressionContainer';
const attribute = `JSXAttribute[name.name=${attributes}]`;

/** Where a letter that somebody reads may stand in a component's text: as it is, in braces, chosen by a condition, in a template. */
const places = [
  // The name of a key is the same in every language.
  `:matches(JSXElement[openingElement.name.name!="kbd"], JSXFragment) > JSXText[value=${letters}]`,
  ...[child, `${attribute} > JSXExpressionContainer`].flatMap((container) =>
    ['', ' > ConditionalExpression', ' > LogicalExpression'].flatMap((chosen) => [
      `${container}${chosen} > Literal[value=${letters}]`,
      `${container}${chosen} > TemplateLiteral > TemplateElement[value.raw=${letters}]`,
    ]),
  ),
  `${attribute} > Literal[value=${letters}]`,
];

/** Refuses words written into components of the page, for eslint's `no-restricted-syntax`. */
export const untranslated = places.map((selector) => ({ selector, message }));

/** A failed read must not take away what is shown (apps/web/src/app/query-client.ts). */
export const keepsWhatIsShown = {
  selector: 'Property[key.name="throwOnError"][value.value=true]',
  message: 'a failed read would take away what is shown: whenNothingIsShown says when to throw',
};
