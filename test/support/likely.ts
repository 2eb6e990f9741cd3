export * from '../../testing/likely.ts';
