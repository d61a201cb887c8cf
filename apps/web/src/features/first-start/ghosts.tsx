const rows = [0, 1, 2, 3];

/** How rows will look: shapes alone, for the eye; the sentence beneath says it. */
export const Ghosts = () => (
  <div className="first-start-ghosts" aria-hidden="true">
    {rows.map((row) => (
      <div key={row}>
        <i style={{ inlineSize: `${150 + ((row * 22) % 70)}px` }} />
        <svg viewBox="0 0 420 20" className="first-start-line">
          <path className="first-start-days" d={`M${20 + row * 22} 10H${196 + row * 12}`} />
          <path className="first-start-promise" d={`M${250 + row * 12} 5l5 5-5 5-5-5z`} />
          <path className="first-start-forecast" d={`M${280 + row * 12} 4h${44 - row * 4}v12h-${44 - row * 4}z`} />
        </svg>
        <i />
      </div>
    ))}
  </div>
);
