import { useState } from 'react';
import { Dialog, DialogTrigger, Form, Popover } from 'react-aria-components';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { TextInput } from '../../ui/text-input.js';
import { keepViews, readViews, withoutView, withView, type SavedView } from './kept-views.js';

/** Views kept under a name on this device: opened, kept and removed in one place. */
export const SavedViews = () => {
  const { portfolio } = useWords();
  const [search] = useSearchParams();
  const [views, setViews] = useState(() => readViews(localStorage));
  const [name, setName] = useState('');
  const keep = (next: readonly SavedView[]) => {
    keepViews(localStorage, next);
    setViews(next);
  };
  return (
    <DialogTrigger>
      <Button size="small">
        <Icon name="bookmark" />
        {portfolio.views}
        <Icon name="down" />
      </Button>
      <Popover className="portfolio-popover" placement="bottom start">
        <Dialog aria-label={portfolio.views}>
          {({ close }) => (
            <>
              {views.length === 0 && <p className="quiet">{portfolio.noViews}</p>}
              <ul>
                {views.map((view) => (
                  <li key={view.name}>
                    <Link to={{ search: view.search }} onClick={close}>
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
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
