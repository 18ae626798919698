/** Importing this module installs double precision. It must come before any import that loads tfjs. */
import { installDoublePrecision } from './installDoublePrecision';

installDoublePrecision();
