import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';

interface GuardState {
  readonly hasFailed: boolean;
}

/** A page that breaks leaves the frame standing and can be opened again. */
export class PageGuard extends Component<{ readonly children: ReactNode }, GuardState> {
  override state: GuardState = { hasFailed: false };

  static getDerivedStateFromError(): GuardState {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <Crashed onRetry={() => this.setState({ hasFailed: false })} />;
  }
}

function Crashed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <EmptyState
      level={1}
      title={t('crashed.title')}
      text={t('crashed.text')}
      action={<Button onClick={onRetry}>{t('crashed.retry')}</Button>}
    />
  );
}
