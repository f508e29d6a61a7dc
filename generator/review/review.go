// Package review tells how a contract differs from the standard: article by
// article and word by word.
package review
