#pragma once

#include <arpa/inet.h>
#include <png.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "decode.h"

// libpng reports an error with longjmp, which must not cross a Swift frame; so encoding is done in
// C, and decoding in decode.h.

/// Receives encoded bytes in order.
typedef void (*actplot_png_sink)(void *context, const uint8_t *bytes, size_t count);

typedef struct {
  actplot_png_sink sink;
  void *context;
  char message[128];
} actplot_png_output;

static inline void actplot_png_write(png_structp png, png_bytep bytes, size_t count) {
  actplot_png_output *output = (actplot_png_output *)png_get_io_ptr(png);
  output->sink(output->context, bytes, count);
}

static inline void actplot_png_flush(png_structp png) { (void)png; }

static inline void actplot_png_fail(png_structp png, png_const_charp message) {
  actplot_png_output *output = (actplot_png_output *)png_get_error_ptr(png);
  snprintf(output->message, sizeof output->message, "%s", message);
  png_longjmp(png, 1);
}

static inline void actplot_png_warn(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

/// Packs a row of native-endian xRGB into red, green, blue bytes, in place. libpng would do the same
/// in two passes over a copy, at twice the cost.
static inline void actplot_png_pack_rgb(uint8_t *row, uint32_t width) {
  for (uint32_t x = 0; x < width; x++) {
    uint32_t pixel;
    memcpy(&pixel, row + 4 * x, 4);
    // The fourth byte is overwritten by the next pixel, which has been read by then.
    pixel = htonl(pixel << 8);
    memcpy(row + 3 * x, &pixel, 4);
  }
}

/// Unpacks a row of native-endian ARGB, the colours multiplied by alpha as Cairo keeps them, into
/// red, green, blue, alpha bytes with the colours as they are, in place.
static inline void actplot_png_unpack_rgba(uint8_t *row, uint32_t width) {
  for (uint32_t x = 0; x < width; x++) {
    uint32_t pixel;
    memcpy(&pixel, row + 4 * x, 4);
    uint32_t alpha = pixel >> 24;
    for (int channel = 0; channel < 3; channel++) {
      uint32_t color = pixel >> (16 - 8 * channel) & 0xff;
      // Rounded to the nearest; a colour that shows nothing is black, so that it costs nothing.
      row[4 * x + channel] = alpha == 0 ? 0 : (uint8_t)((color * 255 + alpha / 2) / alpha);
    }
    row[4 * x + 3] = (uint8_t)alpha;
  }
}

/// What is encoded.
typedef struct {
  /// Four bytes each, native-endian: xRGB as Cairo's RGB24, or ARGB as its ARGB32 if transparent.
  uint8_t *pixels;
  uint32_t width;
  uint32_t height;
  size_t stride;
  uint32_t pixels_per_metre;
  bool transparent;
  /// UTF-8, or null for none.
  const char *title;
  const char *description;
} actplot_png_image;

/// Adds a text to the header, if there is one.
static inline void actplot_png_say(
  png_structp png, png_infop info, png_charp keyword, const char *words
) {
  if (!words || !*words) return;
  png_text text;
  memset(&text, 0, sizeof text);
  text.compression = PNG_ITXT_COMPRESSION_NONE;
  text.key = keyword;
  text.text = (png_charp)words;
  png_set_text(png, info, &text, 1);
}

/// Encodes pixels as an 8-bit RGB or RGBA PNG with its resolution recorded. The pixels are used up.
/// False leaves the reason in output->message.
static inline bool actplot_png_encode(
  const actplot_png_image *image, actplot_png_output *output
) {
  png_structp png =
    png_create_write_struct(PNG_LIBPNG_VER_STRING, output, actplot_png_fail, actplot_png_warn);
  if (!png) {
    snprintf(output->message, sizeof output->message, "out of memory");
    return false;
  }
  png_infop info = png_create_info_struct(png);
  if (!info || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return false;
  }
  png_set_write_fn(png, output, actplot_png_write, actplot_png_flush);
  png_set_IHDR(
    png, info, image->width, image->height, 8,
    image->transparent ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs(
    png, info, image->pixels_per_metre, image->pixels_per_metre, PNG_RESOLUTION_METER);
  actplot_png_say(png, info, (char[]){"Title"}, image->title);
  actplot_png_say(png, info, (char[]){"Description"}, image->description);
  // A plot is mostly rows that repeat, which the lowest level finds by itself: a filter, a higher
  // level or a larger state costs more time than it saves bytes.
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level(png, 1);
  png_set_compression_mem_level(png, 6);
  png_write_info(png, info);
  for (uint32_t y = 0; y < image->height; y++) {
    uint8_t *row = image->pixels + y * image->stride;
    if (image->transparent) {
      actplot_png_unpack_rgba(row, image->width);
    } else {
      actplot_png_pack_rgb(row, image->width);
    }
    png_write_row(png, row);
  }
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
  return true;
}
