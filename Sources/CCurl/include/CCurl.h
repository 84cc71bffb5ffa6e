// One HTTP POST through libcurl, which is looked for when the first request is made.
//
// Linking libcurl (or FoundationNetworking, which links it) pulls some thirty shared libraries into
// every start of the program; most starts ask no server. So the library is opened with dlopen, and
// its header is needed to build only.

#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>
#include <stdint.h>

// Why there is no answer.
typedef enum http_fault {
  HTTP_FAULT_NONE = 0,
  HTTP_FAULT_NO_LIBRARY,   // libcurl is not installed
  HTTP_FAULT_ADDRESS,      // the address is none, or its scheme is not http or https
  HTTP_FAULT_UNREACHABLE,  // no such host, or nobody listens there
  HTTP_FAULT_TIME,         // connected, but no whole answer in time
  HTTP_FAULT_CUT,          // the connection ended within the answer
  HTTP_FAULT_ENCRYPTION,   // TLS could not be set up
  HTTP_FAULT_SIZE,         // the answer is larger than allowed
  HTTP_FAULT_OTHER
} http_fault;

typedef struct http_request {
  const char *url;
  const char *const *headers;  // lines `Name: value`, the last one NULL
  const char *body;
  size_t body_length;
  long connect_milliseconds;
  long total_milliseconds;
  size_t maximum_answer;
} http_request;

typedef struct http_answer {
  http_fault fault;
  long status;
  char *body;  // not terminated; http_answer_free frees it
  size_t body_length;
  char retry_after[64];  // the header's value, or empty
  char message[256];     // libcurl's words for the fault
} http_answer;

// One connection kept between requests; used by one thread at a time. NULL without the library.
void *http_client_make(void);
void http_client_free(void *client);

// Sends the request and waits for the answer. Redirects are not followed: the key must not go to
// another host.
void http_post(void *client, const http_request *request, http_answer *answer);
void http_answer_free(http_answer *answer);

#endif
