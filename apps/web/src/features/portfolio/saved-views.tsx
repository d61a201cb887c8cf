import { useContext, useState } from 'react';
import { DialogTrigger, Form, OverlayTriggerStateContext, Popover } from 'react-aria-components';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { TextInput } from '../../ui/text-input.js';
import { keepViews, readViews, withoutView, withView, type SavedView } from './kept-views.js';

/** What is in the window: the views by name, and a name for the present one. */
const KeptViews = () => {
  const { portfolio } = useWords();
  const [search] = useSearchParams();
  const [views, setViews] = useState(() => readViews(localStorage));
  const [name, setName] = useState('');
  const overlay = useContext(OverlayTriggerStateContext);
  const keep = (next: readonly SavedView[]) => {
    keepViews(localStorage, next);
    setViews(next);
  };
  return (
    <>
      {views.length === 0 ? (
        <p className="quiet">{portfolio.noViews}</p>
      ) : (
        <ul>
          {views.map((view) => (
            <li key={view.name}>
              <Link to={{ search: view.search }} onClick={() => overlay?.close()}>
                <bdi>{view.name}</bdi>
              </Link>
              <Button
                kind="quiet"
                size="small"
                aria-label={portfolio.removeView(view.name)}
                onPress={() => keep(withoutView(views, view.name))}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          keep(withView(views, { name: name.trim(), search: search.toString() }));
          setName('');
        }}
      >
        <TextInput label={portfolio.viewName} value={name} onChange={setName} isRequired maxLength={60} />
        <Button type="submit" size="small">
          {portfolio.saveView}
        </Button>
      </Form>
    </>
  );
};

/** Views kept under a name on this device: opened, kept and removed in one place. */
export const SavedViews = () => {
  const { portfolio } = useWords();
  return (
    <DialogTrigger>
      <Button size="small" aria-haspopup="dialog">
        <Icon name="bookmark" />
        <span className="portfolio-views">{portfolio.views}</span>
        <Icon name="down" />
      </Button>
      {/* The popover is the window itself: with a window within it, what closes it for whoever hears the page would stand outside of that. */}
      <Popover className="portfolio-popover" placement="bottom start" aria-label={portfolio.views}>
        <KeptViews />
      </Popover>
    </DialogTrigger>
  );
};
