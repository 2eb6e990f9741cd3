export * from '../../testing/events.ts';
