import type { ComponentProps } from 'react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';

interface Props {
  readonly chosen: (file: File) => void;
}

type DropEvent = Parameters<NonNullable<ComponentProps<typeof DropZone>['onDrop']>>[0];

const dropped = async ({ items }: DropEvent): Promise<File | undefined> => {
  const file = items.find((item) => item.kind === 'file');
  return file?.getFile();
};

/** A file by the button, or dropped on the field. */
export const ChooseFile = ({ chosen }: Props) => {
  const { importing } = useWords();
  return (
    <DropZone
      className="import-drop"
      onDrop={(event) => void dropped(event).then((file) => file && chosen(file))}
      getDropOperation={() => 'copy'}
    >
      <Icon name="upload" />
      <Text slot="label">{importing.drop}</Text>
      <FileTrigger onSelect={(files) => files?.[0] && chosen(files[0])}>
        <Button kind="primary">{importing.choose}</Button>
      </FileTrigger>
      <p className="hint">{importing.recognised}</p>
    </DropZone>
  );
};
