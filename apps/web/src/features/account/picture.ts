import qrcode from 'qrcode-generator';

/** A text as the squares an authenticator reads: one path of an SVG, and how many squares a side has. */
export const pictureOf = (text: string): { readonly path: string; readonly side: number } => {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const side = code.getModuleCount();
  const squares: string[] = [];
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1)
      if (code.isDark(row, column)) squares.push(`M${column} ${row}h1v1h-1z`);
  return { path: squares.join(''), side };
};
