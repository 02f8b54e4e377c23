/* Draws the relu figure with nothing but Cairo's own means: the yardstick for what the same picture
 * costs a program that does no more than draw it.
 *
 *   plain-cairo FILE.png|FILE.svg ...
 *
 * Lengths are points. PNG images have 150 dots to the inch. */

#include <cairo-svg.h>
#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double page_width = 320.44, page_height = 183.36;
static const double left = 34.24, top = 7.2, width = 279, height = 138.6;
static const double x_min = -8.795, x_max = 8.695, y_min = -0.395, y_max = 8.295;
static const double tick_length = 3.5, tick_label_distance = 7;

static double page_x(double x) { return left + (x - x_min) / (x_max - x_min) * width; }
static double page_y(double y) { return top + height - (y - y_min) / (y_max - y_min) * height; }

static void line(cairo_t *cr, double x1, double y1, double x2, double y2) {
  cairo_move_to(cr, x1, y1);
  cairo_line_to(cr, x2, y2);
}

static double advance(cairo_t *cr, const char *text) {
  cairo_text_extents_t extents;
  cairo_text_extents(cr, text, &extents);
  return extents.x_advance;
}

static void show(cairo_t *cr, double x, double y, const char *text) {
  cairo_move_to(cr, x, y);
  cairo_show_text(cr, text);
}

/* A number as on an axis: with a minus sign, which is wider than the hyphen. */
static void format(char *label, size_t size, int value) {
  snprintf(label, size, "%s%d", value < 0 ? "\u2212" : "", abs(value));
}

static void draw_grid(cairo_t *cr) {
  for (int x = -8; x <= 8; x += 2) line(cr, page_x(x), top, page_x(x), top + height);
  for (int y = 0; y <= 8; y += 2) line(cr, left, page_y(y), left + width, page_y(y));
  cairo_set_source_rgb(cr, 0xb0 / 255.0, 0xb0 / 255.0, 0xb0 / 255.0);
  cairo_set_line_width(cr, 0.8);
  cairo_stroke(cr);
}

static void draw_curve(cairo_t *cr) {
  for (int i = 0; i < 160; i++) {
    double x = (i - 80) / 10.0;
    cairo_line_to(cr, page_x(x), page_y(fmax(x, 0)));
  }
  cairo_set_source_rgb(cr, 0x1f / 255.0, 0x77 / 255.0, 0xb4 / 255.0);
  cairo_set_line_width(cr, 1.5);
  cairo_set_line_cap(cr, CAIRO_LINE_CAP_SQUARE);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke(cr);
}

static void draw_box_and_ticks(cairo_t *cr) {
  double bottom = top + height;
  cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
  cairo_rectangle(cr, left, top, width, height);
  for (int x = -8; x <= 8; x += 2) line(cr, page_x(x), bottom, page_x(x), bottom + tick_length);
  for (int y = 0; y <= 8; y += 2) line(cr, left - tick_length, page_y(y), left, page_y(y));
  cairo_set_source_rgb(cr, 0, 0, 0);
  cairo_set_line_width(cr, 0.8);
  cairo_stroke(cr);
}

static void draw_labels(cairo_t *cr) {
  char label[16];
  cairo_select_font_face(cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(cr, 10);
  for (int x = -8; x <= 8; x += 2) {
    format(label, sizeof label, x);
    show(cr, page_x(x) - advance(cr, label) / 2, 160.4, label);
  }
  show(cr, left + (width - advance(cr, "x")) / 2, 174.08, "x");
  for (int y = 0; y <= 8; y += 2) {
    format(label, sizeof label, y);
    show(cr, left - tick_label_distance - advance(cr, label), page_y(y) + 3.8, label);
  }
  cairo_save(cr);
  cairo_translate(cr, 14.8, top + height / 2);
  cairo_rotate(cr, -M_PI / 2);
  show(cr, -advance(cr, "relu(x)") / 2, 0, "relu(x)");
  cairo_restore(cr);
}

static cairo_status_t draw(cairo_surface_t *surface, double scale) {
  cairo_t *cr = cairo_create(surface);
  cairo_scale(cr, scale, scale);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  draw_grid(cr);
  draw_curve(cr);
  draw_box_and_ticks(cr);
  draw_labels(cr);
  /* A context keeps its first error, also the one of a surface that could not be made. */
  cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  return status;
}

static cairo_status_t write_png(const char *path) {
  double scale = 150.0 / 72;
  cairo_surface_t *surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, (int)lround(page_width * scale), (int)lround(page_height * scale));
  cairo_status_t status = draw(surface, scale);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_write_to_png(surface, path);
  cairo_surface_destroy(surface);
  return status;
}

static cairo_status_t write_svg(const char *path) {
  cairo_surface_t *surface = cairo_svg_surface_create(path, page_width, page_height);
  cairo_status_t status = draw(surface, 1);
  /* The document is written here, so only now is it known whether that went well. */
  cairo_surface_finish(surface);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  return status;
}

static int write_file(const char *path) {
  const char *extension = strrchr(path, '.');
  cairo_status_t status;
  if (extension && strcmp(extension, ".png") == 0) {
    status = write_png(path);
  } else if (extension && strcmp(extension, ".svg") == 0) {
    status = write_svg(path);
  } else {
    fprintf(stderr, "“%s” does not end in .png or .svg.\n", path);
    return 2;
  }
  if (status == CAIRO_STATUS_SUCCESS) return 0;
  fprintf(stderr, "“%s” could not be drawn: %s.\n", path, cairo_status_to_string(status));
  return 1;
}

int main(int argc, char **argv) {
  if (argc < 2) {
    fprintf(stderr, "Name files to write, which end in .png or .svg.\n");
    return 2;
  }
  for (int i = 1; i < argc; i++) {
    int status = write_file(argv[i]);
    if (status != 0) return status;
  }
  return 0;
}
