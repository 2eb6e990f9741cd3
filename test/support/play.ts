export * from '../../testing/play.ts';
