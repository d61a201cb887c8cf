/** Masar runs on Node 24 or newer; says so in both languages instead of failing on the first new function. */
export const requireNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  console.error(`مسار يحتاج إلى Node 24 أو أحدث، وهذه ${process.versions.node}. استعمل: npm start`);
  console.error(`Masar needs Node 24 or newer and this is ${process.versions.node}. Use: npm start`);
  process.exit(1);
};
